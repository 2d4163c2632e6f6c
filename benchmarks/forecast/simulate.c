// The forecast's model, one run after the other, as plain scalar C, of networks whose tasks are all planned and wait
// finish-to-start without lags. Reads what forecast.ts wrote. First with everything that a forecast keeps: quantile tables,
// finish, effort, cost and machine cost of every run, criticality, start and finish days and the moments of own luck per task,
// sorted quantiles; then finish and effort alone, from tables that are built. Writes its results to a file for forecast.ts to
// compare, answers "milliseconds-of-all milliseconds-of-finish-and-effort".
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define STEPS 289
#define TABLE 290
#define MODES 64
#define TRIALS 30
#define SAME_MOMENT 1e-7
#define DAY_TOLERANCE 1e-6

static int32_t tasks, runs, links, days, ends;
static double base, personDayCost, acceleratorHourCost, oneOffCost;
static int32_t *passLuck, *linkEnds, *from, *ending, *runLuck;
static float *steps;
static double *shared, *estimates, *shapes;

static double *effort, *duration;
static double *finish, *start, *finishOf, *effortOf, *costOf, *machineCostOf, *order;
static float *own;
static int32_t *critical, *startDays, *finishDays;
static double *luckSums, *luckSquares, *luckProducts;
static double quantiles[16];

static void *take(FILE *file, size_t bytes) {
  void *data = malloc(bytes ? bytes : 1);
  if (!data || fread(data, 1, bytes, file) != bytes) exit(1);
  return data;
}

static void *room(size_t count, size_t size) {
  void *data = calloc(count ? count : 1, size);
  if (!data) exit(1);
  return data;
}

/** A three-point estimate between the shapes of the two nearest modes. */
static void writeTable(const double *estimate, double *table) {
  double range = estimate[2] - estimate[0];
  double place = range > 0 ? (estimate[1] - estimate[0]) / range * MODES : 0;
  int mode = place < MODES - 1 ? (int)place : MODES - 1;
  const double *low = shapes + mode * STEPS, *high = low + STEPS;
  for (int step = 0; step < STEPS; step++)
    table[step] = estimate[0] + range * (low[step] + (high[step] - low[step]) * (place - mode));
  table[STEPS] = table[STEPS - 1];
}

static void buildTables(void) {
  for (int task = 0; task < tasks; task++) {
    writeTable(estimates + task * 6, effort + (size_t)task * TABLE);
    writeTable(estimates + task * 6 + 3, duration + (size_t)task * TABLE);
  }
}

static inline float ownLuck(int run, int task) {
  uint32_t half = ((uint32_t)runLuck[run] ^ (uint32_t)passLuck[task]) * 0x7feb352du;
  return steps[((half ^ (half >> 15)) * 0x846ca68bu) >> 20];
}

static void followCriticalPath(double last) {
  int task = -1;
  for (int at = 0; at < ends && task < 0; at++)
    if (fabs(finish[ending[at]] - last) <= SAME_MOMENT) task = ending[at];
  while (task >= 0) {
    critical[task]++;
    int before = -1;
    if (start[task] - base > SAME_MOMENT)
      for (int link = linkEnds[task]; link < linkEnds[task + 1] && before < 0; link++)
        if (fabs(finish[from[link]] - start[task]) <= SAME_MOMENT) before = from[link];
    task = before;
  }
}

static void simulateAll(void) {
  for (int run = 0; run < runs; run++) {
    double last = base, total = 0;
    for (int task = 0; task < tasks; task++) {
      own[task] = ownLuck(run, task);
      double place = shared[run] + own[task];
      int step = (int)place;
      double within = place - step;
      const double *e = effort + (size_t)task * TABLE + step, *d = duration + (size_t)task * TABLE + step;
      double begun = base;
      for (int link = linkEnds[task]; link < linkEnds[task + 1]; link++)
        if (finish[from[link]] > begun) begun = finish[from[link]];
      double done = begun + d[0] + (d[1] - d[0]) * within;
      start[task] = begun;
      finish[task] = done;
      if (done > last) last = done;
      total += e[0] + (e[1] - e[0]) * within;
      startDays[(size_t)task * days + (int)(begun - base + 1 + DAY_TOLERANCE)]++;
      finishDays[(size_t)task * days + (int)(done - base + 1 - DAY_TOLERANCE)]++;
    }
    for (int task = 0; task < tasks; task++) {
      double luck = own[task];
      luckSums[task] += luck;
      luckSquares[task] += luck * luck;
      luckProducts[task] += luck * (last - base);
    }
    followCriticalPath(last);
    finishOf[run] = last;
    effortOf[run] = total;
    machineCostOf[run] = floor(0 * acceleratorHourCost + 0.5);
    costOf[run] = floor(total * personDayCost + 0.5) + machineCostOf[run] + oneOffCost;
  }
}

static int compare(const void *one, const void *other) {
  double a = *(const double *)one, b = *(const double *)other;
  return (a > b) - (a < b);
}

static void sortedQuantiles(const double *values, double *into) {
  static const double shares[] = {0.1, 0.5, 0.8, 0.95};
  memcpy(order, values, runs * sizeof(double));
  qsort(order, runs, sizeof(double), compare);
  for (int at = 0; at < 4; at++) {
    int rank = (int)ceil(shares[at] * runs - 1e-9);
    into[at] = order[rank < 1 ? 0 : rank - 1];
  }
}

static void forecastAll(void) {
  memset(critical, 0, tasks * sizeof(int32_t));
  memset(startDays, 0, (size_t)tasks * days * sizeof(int32_t));
  memset(finishDays, 0, (size_t)tasks * days * sizeof(int32_t));
  memset(luckSums, 0, tasks * sizeof(double));
  memset(luckSquares, 0, tasks * sizeof(double));
  memset(luckProducts, 0, tasks * sizeof(double));
  buildTables();
  simulateAll();
  sortedQuantiles(finishOf, quantiles);
  sortedQuantiles(effortOf, quantiles + 4);
  sortedQuantiles(costOf, quantiles + 8);
  sortedQuantiles(machineCostOf, quantiles + 12);
}

/** Finish and effort, nothing else. */
static void simulateBare(void) {
  for (int run = 0; run < runs; run++) {
    double last = base, total = 0;
    for (int task = 0; task < tasks; task++) {
      double place = shared[run] + ownLuck(run, task);
      int step = (int)place;
      double within = place - step;
      const double *e = effort + (size_t)task * TABLE + step, *d = duration + (size_t)task * TABLE + step;
      double begun = base;
      for (int link = linkEnds[task]; link < linkEnds[task + 1]; link++)
        if (finish[from[link]] > begun) begun = finish[from[link]];
      double done = begun + d[0] + (d[1] - d[0]) * within;
      finish[task] = done;
      if (done > last) last = done;
      total += e[0] + (e[1] - e[0]) * within;
    }
    finishOf[run] = last;
    effortOf[run] = total;
  }
}

static double bestMilliseconds(void (*work)(void)) {
  double best = 1e9;
  for (int trial = 0; trial < TRIALS; trial++) {
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    work();
    clock_gettime(CLOCK_MONOTONIC, &end);
    double ms = (end.tv_sec - begin.tv_sec) * 1e3 + (end.tv_nsec - begin.tv_nsec) / 1e6;
    if (ms < best) best = ms;
  }
  return best;
}

int main(int count, char **words) {
  FILE *file = count > 2 ? fopen(words[1], "rb") : NULL;
  if (!file) return 1;
  int32_t *sizes = take(file, 5 * sizeof(int32_t));
  tasks = sizes[0], runs = sizes[1], links = sizes[2], days = sizes[3], ends = sizes[4];
  double *rates = take(file, 4 * sizeof(double));
  base = rates[0], personDayCost = rates[1], acceleratorHourCost = rates[2], oneOffCost = rates[3];
  passLuck = take(file, tasks * sizeof(int32_t));
  linkEnds = take(file, (tasks + 1) * sizeof(int32_t));
  from = take(file, links * sizeof(int32_t));
  ending = take(file, ends * sizeof(int32_t));
  runLuck = take(file, runs * sizeof(int32_t));
  steps = take(file, 4096 * sizeof(float));
  shared = take(file, runs * sizeof(double));
  estimates = take(file, (size_t)tasks * 6 * sizeof(double));
  shapes = take(file, (MODES + 1) * STEPS * sizeof(double));
  effort = room((size_t)tasks * TABLE, sizeof(double)), duration = room((size_t)tasks * TABLE, sizeof(double));
  start = room(tasks, sizeof(double)), finish = room(tasks, sizeof(double)), own = room(tasks, sizeof(float));
  finishOf = room(runs, sizeof(double)), effortOf = room(runs, sizeof(double));
  costOf = room(runs, sizeof(double)), machineCostOf = room(runs, sizeof(double)), order = room(runs, sizeof(double));
  critical = room(tasks, sizeof(int32_t));
  startDays = room((size_t)tasks * days, sizeof(int32_t)), finishDays = room((size_t)tasks * days, sizeof(int32_t));
  luckSums = room(tasks, sizeof(double)), luckSquares = room(tasks, sizeof(double));
  luckProducts = room(tasks, sizeof(double));
  double all = bestMilliseconds(forecastAll);
  FILE *answer = fopen(words[2], "wb");
  if (!answer) return 1;
  fwrite(finishOf, sizeof(double), runs, answer);
  fwrite(effortOf, sizeof(double), runs, answer);
  fwrite(costOf, sizeof(double), runs, answer);
  fwrite(machineCostOf, sizeof(double), runs, answer);
  fwrite(luckSums, sizeof(double), tasks, answer);
  fwrite(luckSquares, sizeof(double), tasks, answer);
  fwrite(luckProducts, sizeof(double), tasks, answer);
  fwrite(quantiles, sizeof(double), 16, answer);
  fwrite(critical, sizeof(int32_t), tasks, answer);
  fwrite(startDays, sizeof(int32_t), (size_t)tasks * days, answer);
  fwrite(finishDays, sizeof(int32_t), (size_t)tasks * days, answer);
  fclose(answer);
  printf("%.3f %.3f\n", all, bestMilliseconds(simulateBare));
  return 0;
}
