/** Judges the program around a stack before the stack: whether it keeps to the line protocol (docs/line-protocol.md). */
@NullMarked
package dev.plumbline.adapter.selftest;

import org.jspecify.annotations.NullMarked;
