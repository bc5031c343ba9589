// What can be read of a running process and of the database, from the outside.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TICKS = 100;

/// Resident memory, in MiB; the peak is since the process began.
export function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)[1]) / 1024;
  return { resident: mib('VmRSS'), peak: mib('VmHWM') };
}

/// Seconds of processor time since the process began.
export function processor(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}

/// The process and its children: PostgreSQL has one a session.
export function family(pid) {
  const children = readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[1] === String(pid);
    } catch {
      return false;
    }
  });
  return [String(pid), ...children];
}

/// Established TCP connections to a port, from the side of the server.
export function sockets(port) {
  const wanted = `:${Number(port).toString(16).toUpperCase().padStart(4, '0')}`;
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1].endsWith(wanted) && fields[3] === '01').length;
}

export function descriptors(pid) {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/// What is alive in a JVM after a full collection: bytes, and instances by class. The same for every collector.
export async function living(jcmd, pid) {
  const { stdout } = await run(jcmd, [String(pid), 'GC.class_histogram'], { maxBuffer: 64 * 1024 * 1024 });
  const instances = new Map();
  let bytes = 0;
  for (const line of stdout.split('\n')) {
    const row = /^\s*\d+:\s+(\d+)\s+\d+\s+(\S+)/.exec(line);
    const total = /^Total\s+\d+\s+(\d+)/.exec(line);
    if (row) instances.set(row[2], (instances.get(row[2]) ?? 0) + Number(row[1]));
    if (total) bytes = Number(total[1]);
  }
  if (bytes === 0) throw new Error('no histogram of the heap');
  return { mib: bytes / 1024 / 1024, instances };
}
