import io.github.feedauth.it.ProcessArguments

ProcessArguments.watch(basedir)
true
