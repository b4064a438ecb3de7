import io.github.feedauth.it.ItCase

new ItCase(basedir, feedOrigin, [pat, patTools, jwt])
        .installedFromServer('/contoso/_packaging/Shared/npm/registry/', 'azure', 'build-agent', pat)
true
