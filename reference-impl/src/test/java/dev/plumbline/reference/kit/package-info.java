/** The test kit: a world in virtual time, and a stack in it against a scripted peer or against another stack (RFC 9293 section 3.9). */
@NullMarked
package dev.plumbline.reference.kit;

import org.jspecify.annotations.NullMarked;
