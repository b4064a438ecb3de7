// Ends the Maven build that this script runs in, as Ctrl-C or the agent of a pipeline would, and npm with it.
import { execFileSync } from 'node:child_process';

if (process.env.STOP !== 'none') {
  const ancestors = [];
  for (let pid = process.ppid; pid > 1 && ancestors.at(-1)?.name !== 'java';) {
    const [parent, command] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', `${pid}`]).toString().trim().split(/\s+/, 2);
    ancestors.push({ pid, name: command.split('/').at(-1) });
    pid = Number(parent);
  }
  process.kill(ancestors.pop().pid, process.env.STOP);
  ancestors.reverse().forEach(({ pid }) => process.kill(pid, 'SIGKILL'));
}
