/** The applications that scenarios run on a host: they do what they are told and remember what they were told (RFC 9293 section 3.9.1). */
@NullMarked
package dev.plumbline.application;

import org.jspecify.annotations.NullMarked;
