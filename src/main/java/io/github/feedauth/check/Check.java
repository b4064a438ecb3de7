package io.github.feedauth.check;

import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.probe.Answer;
import io.github.feedauth.probe.Probe;
import io.github.feedauth.probe.Question;
import io.github.feedauth.probe.Reply;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Tells whether npm will get in, and if not, why and what to do. Changes nothing. */
public final class Check {
    private final CredentialChain sources;

    /** @param sources where {@code configure} would take credentials from */
    public Check(CredentialChain sources) {
        this.sources = sources;
    }

    /** What npm would do in a folder. */
    public Look npm(CheckRequest request, NpmConfigReader reader) {
        return new NpmLook(request, reader.read(request), reader.ignored(request), sources);
    }

    /** What Yarn 2 or newer would do in a folder. */
    public Look yarn(CheckRequest request, YarnConfig config, YarnConfig ofHome) {
        return new YarnLook(request, config, ofHome, sources);
    }

    /**
     * The reports of several folders, in their order. All registries are asked together, each once.
     *
     * @param probe asks the registries; empty to ask none
     */
    public static List<CheckReport> reports(List<Look> looks, Optional<Probe> probe) {
        List<Question> questions = looks.stream()
                .flatMap(look -> look.enquiries().stream())
                .filter(enquiry -> enquiry.reasonNotToAsk().isEmpty())
                .map(Enquiry::question)
                .toList();
        Optional<Iterator<Reply>> replies =
                probe.map(asked -> (questions.isEmpty() ? List.<Reply>of() : asked.ask(questions)).iterator());
        List<CheckReport> reports = new ArrayList<>();
        for (Look look : looks) {
            reports.add(look.report(look.enquiries().stream()
                    .map(enquiry -> answer(enquiry, replies))
                    .toList()));
        }
        return reports;
    }

    private static Answer answer(Enquiry enquiry, Optional<Iterator<Reply>> replies) {
        if (replies.isEmpty()) {
            return new Answer.NotAsked("offline, or skipProbe is set");
        }
        String reason = enquiry.reasonNotToAsk();
        return reason.isEmpty() ? enquiry.answer(replies.get().next()) : new Answer.NotAsked(reason);
    }
}
