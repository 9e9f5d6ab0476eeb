/** Courses as they are: what two hundred students hand in is marked by the command, and each gets what its own stack deserves. */
@NullMarked
package dev.plumbline.courses;

import org.jspecify.annotations.NullMarked;
