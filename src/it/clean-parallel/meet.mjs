// Lets two modules meet at a point of their builds: --tell makes a file, --until waits for one.
import { existsSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'met');
const words = process.argv.slice(2);
for (let i = 0; i < words.length; i += 2) {
  const file = join(folder, words[i + 1]);
  if (words[i] === '--tell') {
    writeFileSync(file, '');
  } else {
    await new Promise((met) => {
      const watcher = watch(folder, look);
      look();
      function look() {
        if (existsSync(file)) {
          watcher.close();
          met();
        }
      }
    });
  }
}
