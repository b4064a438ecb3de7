package io.github.feedauth.check;

import io.github.feedauth.probe.Answer;
import java.util.List;

/** What a package manager would do in one folder, as its configuration says; no registry has been asked yet. */
public sealed interface Look permits NpmLook, YarnLook {

    /** What its registries may be asked. */
    List<Enquiry> enquiries();

    /**
     * What is to be said of it.
     *
     * @param answers to the enquiries, in their order
     */
    CheckReport report(List<Answer> answers);
}
