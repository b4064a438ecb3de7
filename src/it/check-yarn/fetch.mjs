// Unpacks Yarn 4 into the folder yarn.
import { execFileSync } from 'node:child_process'
import { renameSync, rmSync } from 'node:fs'

execFileSync('npm', ['pack', '--silent', '--prefer-offline', '@yarnpkg/cli-dist@4.18.1'], { stdio: ['ignore', 'ignore', 'inherit'] })
execFileSync('tar', ['-xzf', 'yarnpkg-cli-dist-4.18.1.tgz'])
renameSync('package', 'yarn')
rmSync('yarnpkg-cli-dist-4.18.1.tgz')
