package io.github.feedauth.credential;

import io.github.feedauth.failure.FeedAuthFailure;

/**
 * A token as a source held it, checked: outer white space is gone, and the usual slips of pasting are refused with a message that
 * names the place but never the value.
 *
 * @param secret the token alone
 * @param jwt whether it has the shape of a JSON Web Token, which Azure DevOps takes as Bearer only
 */
public record Token(Secret secret, boolean jwt) {
    private static final int OLDER = 52;
    private static final int NEWER = 84;
    private static final int SIGNATURE = 76;

    /**
     * Checks a token.
     *
     * @param raw the token as the source holds it; not blank
     * @param where the place that holds it, in words: {@code environment variable FEEDAUTH_PAT}
     * @throws FeedAuthFailure where the value is an unresolved placeholder, has white space, control characters, quotes or
     *     other than ASCII inside, or is the base64 form of a token
     */
    public static Token parse(String raw, String where) {
        String token = raw.strip();
        if (isAzuresPat(token)) {
            return new Token(Secret.of(token), false);
        }
        TokenSlip.refuse(token, where);
        return new Token(Secret.of(token), TokenSlip.isJwt(token));
    }

    /**
     * Whether it has one of the two shapes of an Azure DevOps PAT: 52 base32 characters, or 84 letters and digits with {@code
     * AZDO} in place 77 to 80.
     */
    static boolean isAzuresPat(String token) {
        boolean newer = token.length() == NEWER && token.startsWith("AZDO", SIGNATURE);
        if (!newer && token.length() != OLDER) {
            return false;
        }
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean base32 = (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
            if (!base32 && !(newer && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')))) {
                return false;
            }
        }
        return true;
    }
}
