package io.github.feedauth.check;

import io.github.feedauth.credential.Secret;
import io.github.feedauth.probe.Answer;
import io.github.feedauth.probe.AnswerTable;
import io.github.feedauth.probe.Question;
import io.github.feedauth.probe.Reply;
import java.util.Optional;

/**
 * A registry that may be asked whether it takes a credential.
 *
 * @param target the registry
 * @param sent what the package manager would send there
 * @param hindrance why that can't be told, or is not sent, in a few words; empty for nothing
 * @param allowInsecureHttp whether a credential may be sent over plain http to another machine
 */
public record Enquiry(Target target, Optional<SentCredential> sent, String hindrance, boolean allowInsecureHttp) {
    /** A name that no registry has, to ask one that has no address of its own for the question. */
    private static final String NO_PACKAGE = "feedauth-check-no-such-package";

    /** Why it is not asked, in a few words; empty where it is. */
    String reasonNotToAsk() {
        Optional<Secret> authorization = authorization();
        if (!hindrance.isEmpty()) {
            return hindrance;
        }
        if (sent.isPresent() && authorization.isEmpty()) {
            return "a client certificate is sent";
        }
        if (target.url().isInsecure() && authorization.isPresent() && !allowInsecureHttp) {
            return "plain http";
        }
        return authorization.isEmpty() && !target.wantsCredential() ? "no credential" : "";
    }

    Question question() {
        boolean azure = target.azure().isPresent();
        return Question.of(target.url().text() + (azure ? "" : NO_PACKAGE), authorization());
    }

    Answer answer(Reply reply) {
        return AnswerTable.meaning(
                reply, target.azure().isPresent() ? AnswerTable.Asked.FEED : AnswerTable.Asked.PACKAGE_ELSEWHERE);
    }

    private Optional<Secret> authorization() {
        return sent.flatMap(SentCredential::authorization);
    }
}
