package dev.plumbline.marking;

import java.nio.file.Path;

/** Somebody who judges a stack. */
@FunctionalInterface
interface Judge {
    /**
     * Judges the stack that lies in {@code folder} as {@code file}.
     *
     * @param work an empty folder for what comes up; failures' pictures are left in {@code work/out}
     */
    Ruling judge(Path folder, String file, Path work);
}
