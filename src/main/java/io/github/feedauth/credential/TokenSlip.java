package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A usual slip of pasting a token, recognised by the shape of the whole value.
 *
 * @param shape what the value looks like
 * @param what the mistake
 * @param nextStep how to mend it
 */
record TokenSlip(Pattern shape, String what, String nextStep) {
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]*\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4}){4,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    private static final List<TokenSlip> ALL = List.of(
            of(
                    "\\$\\{.*",
                    "The value is a placeholder that nothing resolved",
                    "Set the variable or property that it names, in the environment that Maven runs in"),
            of(
                    "\\$\\([^)]*\\)",
                    "The value is a pipeline macro that was not replaced",
                    "Define that variable in the pipeline, or grant the pipeline the variable group that holds it"),
            of(
                    "%\\w+%|\\$env:\\w+|\\$[A-Z_][A-Z0-9_]*",
                    "The value is the name of a variable, not what the variable holds",
                    "Write it as the shell or tool at hand does, so that it is replaced before Maven starts"),
            of(
                    "\"[^\"]*\"|'[^']*'|(?i:basic|bearer)\\s.*|\\S*_(?:password|authToken|auth)=.*"
                            + "|[^:\\s]*:(?:[2-7a-z]{52}|[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})",
                    "The value is more than the token: it has quotes around it, or a user name, a scheme or a key before it",
                    "Give the token alone"),
            of(
                    "\\{[A-Za-z0-9+/=]+}",
                    "The value is a password encrypted by Maven, which only settings.xml may hold",
                    "Give the token itself, or put the encrypted one into a <server> of settings.xml"),
            of(
                    ".*[\\p{Z}\\p{Cc}\\p{Cf}].*",
                    "The token has white space, line breaks or control characters inside",
                    "Paste the token again, in one piece and alone"),
            of(
                    ".*[\"'\\P{ASCII}].*",
                    "The token has quotes or letters that are not ASCII inside, which no token has",
                    "Paste the token again, in one piece and alone"));

    private static TokenSlip of(String shape, String what, String nextStep) {
        return new TokenSlip(Pattern.compile(shape, Pattern.DOTALL), what, nextStep);
    }

    /** @throws FeedAuthFailure where the value is one of them */
    static void refuse(String token, String where) {
        for (TokenSlip slip : ALL) {
            if (slip.shape.matcher(token).matches()) {
                throw new FeedAuthFailure(slip.what, where, slip.nextStep);
            }
        }
        if (isBase64OfText(token)) {
            throw new FeedAuthFailure(
                    "The token is already base64-encoded",
                    where,
                    "Give the token itself, as the web page showed it: the encoding is done here");
        }
    }

    static boolean isJwt(String token) {
        return JWT.matcher(token).matches();
    }

    /**
     * Whether the token decodes to printable ASCII. A random token of 16 characters or more does so less than once in a hundred
     * thousand; a base64-encoded one always does.
     */
    private static boolean isBase64OfText(String token) {
        if (!BASE64.matcher(token).matches()) {
            return false;
        }
        String decoded = new String(Base64.getDecoder().decode(token), StandardCharsets.ISO_8859_1).stripTrailing();
        return !decoded.isEmpty() && decoded.chars().allMatch(character -> character >= 0x20 && character < 0x7f);
    }
}
