// Child processes that are asked one thing at a time.
import { fork } from 'node:child_process';

export function member(file) {
  const child = fork(new URL(file, import.meta.url), { serialization: 'advanced' });
  let gone = false;
  child.once('exit', () => { gone = true; });
  return {
    pid: child.pid,
    /// Sends without waiting for an answer.
    tell: (message) => child.send(message),
    ask: (message) => new Promise((done, failed) => {
      if (gone) {
        failed(new Error(`${file} is gone`));
        return;
      }
      const left = (code) => failed(new Error(`${file} left with ${code}`));
      child.once('exit', left);
      child.once('message', (told) => {
        child.off('exit', left);
        if (told.failed) failed(new Error(told.failed));
        else done(told.answer);
      });
      child.send(message);
    }),
    leave: () => child.connected && child.disconnect(),
  };
}
