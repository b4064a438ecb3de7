package io.github.feedauth.check;

import io.github.feedauth.credential.CredentialChain;
import io.github.feedauth.probe.Probe;
import io.github.feedauth.probe.Question;
import io.github.feedauth.probe.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether npm will get in, and if not, why and what to do. Changes nothing. */
public final class Check {
    private final NpmConfigReader reader;
    private final CredentialChain sources;

    /**
     * @param reader of npm's configuration
     * @param sources where {@code configure} would take credentials from
     */
    public Check(NpmConfigReader reader, CredentialChain sources) {
        this.reader = reader;
        this.sources = sources;
    }

    /** Reads what npm would read in a folder. */
    public Look look(CheckRequest request) {
        return new Look(request, reader.read(request.folder(), request.root(), request.flags()), sources);
    }

    /**
     * The reports of several folders, in their order. All registries are asked together, each once.
     *
     * @param probe asks the registries; empty to ask none
     */
    public static List<CheckReport> reports(List<Look> looks, Optional<Probe> probe) {
        List<Question> questions = new ArrayList<>();
        if (probe.isPresent()) {
            looks.forEach(look -> questions.addAll(look.questions().values()));
        }
        List<Reply> replies =
                questions.isEmpty() ? List.of() : probe.orElseThrow().ask(questions);
        List<CheckReport> reports = new ArrayList<>();
        int next = 0;
        for (Look look : looks) {
            Map<Integer, Reply> own = new LinkedHashMap<>();
            if (probe.isPresent()) {
                for (int number : look.questions().keySet()) {
                    own.put(number, replies.get(next++));
                }
            }
            reports.add(look.report(probe.map(asked -> own)));
        }
        return reports;
    }
}
