new File(basedir, 'met').mkdirs()
