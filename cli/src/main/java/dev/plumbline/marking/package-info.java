/**
 * Marks a course: finds what was handed in, has each of it judged in a process of its own, keeps a journal of what is done, and puts
 * together what comes out (decision 28). What a result is worth is {@code dev.plumbline.mark}'s business.
 */
@NullMarked
package dev.plumbline.marking;

import org.jspecify.annotations.NullMarked;
