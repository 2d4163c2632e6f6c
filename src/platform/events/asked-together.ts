/**
 * Whoever asks the same question in the same moment shares one answer. The look begins after all of them asked, so that it sees
 * whatever each of them was woken by. A question is a key: it must name the organization, and only who may see the answer may ask.
 */
export function askedTogether<T>(): (question: string, look: () => Promise<T>) => Promise<T> {
  const about = new Map<string, Promise<T>>();
  return async (question, look) => {
    const shared = about.get(question) ?? momentLater().then(begin);
    about.set(question, shared);
    return await shared;

    async function begin(): Promise<T> {
      about.delete(question);
      return await look();
    }
  };
}

function momentLater(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
