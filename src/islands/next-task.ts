/**
 * Lets the browser draw and answer the reader before what follows. By a message, since timers of a page that is not in front
 * come once a second.
 */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
