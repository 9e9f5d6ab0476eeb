/**
 * The Linux kernel of this machine as a stack under test.
 *
 * <p>{@link dev.plumbline.adapter.linux.LinuxProvider} starts one child JVM in network and, if need be, user namespaces of
 * its own; {@link dev.plumbline.adapter.linux.KernelAgent} runs in it, gives every host a network namespace with a TUN
 * device, opens sockets there and speaks the line protocol. Nothing outside these namespaces is touched.
 */
@NullMarked
package dev.plumbline.adapter.linux;

import org.jspecify.annotations.NullMarked;
