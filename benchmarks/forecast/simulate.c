// The forecast's model, one run after the other, as plain scalar C: finish and effort of every run, no criticality, dates
// or sensitivities. Reads what forecast.ts wrote, answers "milliseconds mean-finish mean-effort".
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TABLE 290

static void *take(FILE *file, size_t bytes) {
  void *data = malloc(bytes ? bytes : 1);
  if (!data || fread(data, 1, bytes, file) != bytes) exit(1);
  return data;
}

int main(int count, char **words) {
  FILE *file = count > 1 ? fopen(words[1], "rb") : NULL;
  if (!file) return 1;
  int32_t *sizes = take(file, 3 * sizeof(int32_t));
  int32_t tasks = sizes[0], runs = sizes[1], links = sizes[2];
  int32_t *passLuck = take(file, tasks * sizeof(int32_t));
  int32_t *linkEnds = take(file, (tasks + 1) * sizeof(int32_t));
  int32_t *from = take(file, links * sizeof(int32_t));
  int32_t *runLuck = take(file, runs * sizeof(int32_t));
  float *steps = take(file, 4096 * sizeof(float));
  double *shared = take(file, runs * sizeof(double));
  double *effort = take(file, (size_t)tasks * TABLE * sizeof(double));
  double *duration = take(file, (size_t)tasks * TABLE * sizeof(double));
  double *finish = malloc(tasks * sizeof(double));
  double best = 1e9, finishSum = 0, effortSum = 0;
  for (int trial = 0; trial < 15; trial++) {
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    finishSum = effortSum = 0;
    for (int run = 0; run < runs; run++) {
      double last = 0, total = 0;
      for (int task = 0; task < tasks; task++) {
        uint32_t half = ((uint32_t)runLuck[run] ^ (uint32_t)passLuck[task]) * 0x7feb352du;
        double place = shared[run] + steps[((half ^ (half >> 15)) * 0x846ca68bu) >> 20];
        int step = (int)place;
        double within = place - step;
        const double *e = effort + (size_t)task * TABLE + step, *d = duration + (size_t)task * TABLE + step;
        double start = 0;
        for (int link = linkEnds[task]; link < linkEnds[task + 1]; link++)
          if (finish[from[link]] > start) start = finish[from[link]];
        double done = start + d[0] + (d[1] - d[0]) * within;
        finish[task] = done;
        if (done > last) last = done;
        total += e[0] + (e[1] - e[0]) * within;
      }
      finishSum += last;
      effortSum += total;
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double ms = (end.tv_sec - begin.tv_sec) * 1e3 + (end.tv_nsec - begin.tv_nsec) / 1e6;
    if (ms < best) best = ms;
  }
  printf("%.3f %.9f %.9f\n", best, finishSum / runs, effortSum / runs);
  return 0;
}
