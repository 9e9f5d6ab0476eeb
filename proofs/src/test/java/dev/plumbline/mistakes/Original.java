package dev.plumbline.mistakes;

import dev.plumbline.courses.Generator;
import dev.plumbline.tidy.Project;
import java.nio.file.Path;

/** A stack without mistakes, as text. */
enum Original {
    /** The example, its two mistakes repaired. */
    STUDENT("examples/student-java/src/main/java/com/example/stack", "com.example.stack.", "MyProvider"),
    /** The reference, for what the example does not claim. */
    REFERENCE("reference-impl/src/main/java/dev/plumbline/reference", "dev.plumbline.reference.", "ReferenceProvider");

    private final String folder;
    private final String packages;
    private final String provider;

    Original(String folder, String packages, String provider) {
        this.folder = folder;
        this.packages = packages;
        this.provider = provider;
    }

    Path folder() {
        return Project.root().resolve(folder);
    }

    String repaired(Path file, String source) {
        return this == STUDENT ? Generator.repaired(file.getFileName().toString(), source) : source;
    }

    boolean holds(String type) {
        return type.startsWith(packages);
    }

    String provider() {
        return packages + provider;
    }
}
