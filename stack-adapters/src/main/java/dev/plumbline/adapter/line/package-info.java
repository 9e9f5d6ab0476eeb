/**
 * The line protocol: a stack in a program of its own that speaks one line a message on its standard input and output.
 *
 * <p>{@link dev.plumbline.adapter.line.LineMessage} is the codec, {@link dev.plumbline.adapter.line.LineSession} the
 * conversation, {@link dev.plumbline.adapter.line.LineStack} what the testbed sees. {@code docs/line-protocol.md} is the
 * specification.
 */
@NullMarked
package dev.plumbline.adapter.line;

import org.jspecify.annotations.NullMarked;
