/**
 * Stacks in programs of their own, which take turns with the suite (docs/line-protocol.md): how one is started, watched and
 * ended, and those that are given as a command.
 */
@NullMarked
package dev.plumbline.adapter.program;

import org.jspecify.annotations.NullMarked;
