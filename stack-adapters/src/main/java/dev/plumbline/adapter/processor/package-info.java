/**
 * On which processors threads and programs run.
 *
 * <p>{@link dev.plumbline.adapter.processor.Company} keeps a thread and a program that take turns on one of them;
 * {@link dev.plumbline.adapter.processor.Helper} makes threads that are not kept there with them.
 */
@NullMarked
package dev.plumbline.adapter.processor;

import org.jspecify.annotations.NullMarked;
