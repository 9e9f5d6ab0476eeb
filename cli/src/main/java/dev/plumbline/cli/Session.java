package dev.plumbline.cli;

import dev.plumbline.results.BadResults;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ResultsReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** One run of the suite: an empty folder before, a progress line while it lasts, a judgement after. */
record Session(Suite suite, Screen screen, OutputFolder folder, boolean strict) {
    Judgement run(Suite.Options options) {
        folder.prepare();
        Logs.into(folder.log());
        Progress progress = Progress.on(screen);
        try {
            suite.run(options, progress);
        } finally {
            progress.close();
        }
        return judge();
    }

    /** After a run that broke. */
    Optional<Judgement> judgeWhatIsThere() {
        try {
            return Optional.of(judge());
        } catch (BadResults e) {
            return Optional.empty();
        }
    }

    private Judgement judge() {
        return Judgement.of(ResultsReader.read(folder.results()), strict);
    }

    /** A name that is a folder's, whatever the stack is called. */
    static String folderName(String stack) {
        return stack.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
    }

    /** The build puts Allure beside the folder with our jars. */
    static Path allureHome() {
        CodeSource source = Session.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI())
                    .resolveSibling("../allure")
                    .normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
