package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A token as a source held it, checked: outer white space is gone, and the usual slips of pasting are refused with a message that
 * names the place but never the value.
 *
 * @param secret the token alone
 * @param jwt whether it has the shape of a JSON Web Token, which Azure DevOps takes as Bearer only
 */
public record Token(Secret secret, boolean jwt) {

    /** The two shapes of an Azure DevOps PAT: 52 base32 characters, or 84 with {@code AZDO} in place 77 to 80. */
    private static final Pattern PAT = Pattern.compile("[2-7a-z]{52}|[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}");

    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]*\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4}){4,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
    private static final Pattern OTHER_PLACEHOLDER = Pattern.compile("%\\w+%|\\$env:\\w+|\\$[A-Z_][A-Z0-9_]*");
    private static final Pattern ADORNED = Pattern.compile(
            "\"[^\"]*\"|'[^']*'|(?i:basic|bearer)\\s.*|\\S*_(?:password|authToken|auth)=.*|[^:\\s]*:(?:" + PAT + ")",
            Pattern.DOTALL);
    private static final Pattern CIPHERTEXT = Pattern.compile("\\{[A-Za-z0-9+/=]+}");
    private static final Pattern PIPELINE_MACRO = Pattern.compile("\\$\\([^)]*\\)");

    /**
     * Checks a token.
     *
     * @param raw the token as the source holds it; not blank
     * @param where the place that holds it, in words: {@code environment variable FEEDAUTH_PAT}
     * @throws FeedAuthFailure where the value is an unresolved placeholder, has white space or control characters inside, or is
     *     the base64 form of a token
     */
    public static Token parse(String raw, String where) {
        String token = raw.strip();
        if (token.startsWith("${")) {
            throw new FeedAuthFailure(
                    "The value is a placeholder that nothing resolved",
                    where,
                    "Set the variable or property that it names, in the environment that Maven runs in");
        }
        if (PIPELINE_MACRO.matcher(token).matches()) {
            throw new FeedAuthFailure(
                    "The value is a pipeline macro that was not replaced",
                    where,
                    "Define that variable in the pipeline, or grant the pipeline the variable group that holds it");
        }
        if (OTHER_PLACEHOLDER.matcher(token).matches()) {
            throw new FeedAuthFailure(
                    "The value is the name of a variable, not what the variable holds",
                    where,
                    "Write it as the shell or tool at hand does, so that it is replaced before Maven starts");
        }
        if (ADORNED.matcher(token).matches()) {
            throw new FeedAuthFailure(
                    "The value is more than the token: it has quotes around it, or a user name, a scheme or a key before it",
                    where,
                    "Give the token alone");
        }
        if (CIPHERTEXT.matcher(token).matches()) {
            throw new FeedAuthFailure(
                    "The value is a password encrypted by Maven, which only settings.xml may hold",
                    where,
                    "Give the token itself, or put the encrypted one into a <server> of settings.xml");
        }
        if (token.codePoints().anyMatch(Token::cannotBePartOfOne)) {
            throw new FeedAuthFailure(
                    "The token has white space, line breaks or control characters inside",
                    where,
                    "Paste the token again, in one piece and alone");
        }
        if (isBase64OfText(token)) {
            throw new FeedAuthFailure(
                    "The token is already base64-encoded",
                    where,
                    "Give the token itself, as the web page showed it: the encoding is done here");
        }
        return new Token(Secret.of(token), JWT.matcher(token).matches());
    }

    private static boolean cannotBePartOfOne(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    /**
     * Whether the token decodes to printable ASCII. A random token of 16 characters or more does so less than once in a hundred
     * thousand; a base64-encoded one always does.
     */
    private static boolean isBase64OfText(String token) {
        if (PAT.matcher(token).matches() || !BASE64.matcher(token).matches()) {
            return false;
        }
        String decoded = new String(Base64.getDecoder().decode(token), StandardCharsets.ISO_8859_1).stripTrailing();
        return !decoded.isEmpty() && decoded.chars().allMatch(character -> character >= 0x20 && character < 0x7f);
    }
}
