package dev.plumbline.mark;

/** The sample, for the tests of what is made of it. */
public final class SampleCourse {
    private SampleCourse() {}

    /** A course of three. */
    public static Course course() {
        return SampleMarks.course();
    }
}
