/**
 * Ends this process where the npm that runs it has ended. A signal ends npm and its shell and not always what they
 * started: a server would go on where nobody sees it, and keep its port. Run without npm, nothing is watched.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
