/**
 * Marks for a course: what a run is worth by a rubric, and how that is told to the programs that courses are run with. No file is
 * read or written here, and nothing is known of when or where anything was judged: the same results make the same octets.
 */
@NullMarked
package dev.plumbline.mark;

import org.jspecify.annotations.NullMarked;
