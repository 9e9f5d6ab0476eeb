package dev.plumbline.mark;

/**
 * Something that was handed in.
 *
 * @param id what it is called where it lies: the name of a file or folder
 * @param name whose it is
 */
public record Submission(String id, String name) {}
