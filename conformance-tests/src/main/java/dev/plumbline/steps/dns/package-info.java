/**
 * The words of DNS: what a book or a zone has, how a server answers, what is asked, what an application is told. Each is a value
 * that knows what to do and what to expect; the steps put them together (RFC 1034 section 2.3, RFC 1035 section 2.2).
 */
@NullMarked
package dev.plumbline.steps.dns;

import org.jspecify.annotations.NullMarked;
