package io.github.feedauth.check;

import io.github.feedauth.feed.AuthLookup;
import io.github.feedauth.npmrc.NpmBase64;
import java.util.ArrayList;
import java.util.List;

/** What can be told of a credential by looking at it. None of it is ever repeated. */
final class PasswordFindings {
    private static final String CURE = "Run mvn feedauth:configure, which writes it anew";

    private PasswordFindings() {}

    /**
     * Nothing is told of a value that a variable is missing in: that is another finding.
     *
     * @param azure whether it is for an Azure feed, which takes no PAT as Bearer, and whose tokens are letters and digits alone
     */
    static List<Finding> of(SentCredential sent, boolean azure) {
        List<Finding> findings = new ArrayList<>();
        Setting setting = sent.decisive();
        if (!setting.unset().isEmpty()) {
            return findings;
        }
        if (sent.match().kind() == AuthLookup.Kind.PASSWORD) {
            password(setting, sent, azure, findings);
        } else if (sent.match().kind() == AuthLookup.Kind.AUTH) {
            if (!NpmBase64.isStrict(setting.value())
                    || NpmBase64.decode(setting.value()).indexOf(':') < 0) {
                findings.add(finding(
                        Code.INVALID_BASE64,
                        setting,
                        setting.name() + " is not base64 of a user name, a colon and a token"));
            }
        } else if (sent.match().kind() == AuthLookup.Kind.TOKEN
                && azure
                && !setting.value().startsWith("eyJ")) {
            findings.add(finding(
                    Code.PAT_AS_BEARER,
                    setting,
                    setting.name() + " is no JWT, and Azure takes nothing else as Bearer: a PAT belongs into "
                            + (setting.name().equals("_authToken") ? "username and _password" : "npmAuthIdent")));
        }
        return findings;
    }

    private static void password(Setting setting, SentCredential sent, boolean azure, List<Finding> findings) {
        if (!NpmBase64.isStrict(setting.value())) {
            findings.add(finding(
                    Code.INVALID_BASE64,
                    setting,
                    "_password is not base64: npm decodes what it can and sends that, pnpm 11 and later fail"));
            return;
        }
        String decoded = NpmBase64.decode(setting.value());
        String user = sent.settings().get(0).value();
        int colon = decoded.indexOf(':');
        if (azure && colon >= 0 && (decoded.startsWith(user + ":") || decoded.length() - colon - 1 >= 52)) {
            findings.add(finding(
                    Code.USER_IN_PASSWORD,
                    setting,
                    "_password is base64 of a user name, a colon and a token: it has to be that of the token alone"));
        } else if (decoded.chars().anyMatch(c -> Character.isISOControl(c) || (azure && Character.isWhitespace(c)))) {
            findings.add(finding(
                    Code.SPACE_IN_PASSWORD,
                    setting,
                    azure
                            ? "_password decodes to a token with a line break or white space in it, as echo without -n gives it"
                            : "_password decodes to one with a line break or another control character in it, as echo without -n"
                                    + " gives it"));
        }
    }

    private static Finding finding(Code code, Setting setting, String message) {
        return Finding.of(code, setting.place(), message, CURE);
    }
}
