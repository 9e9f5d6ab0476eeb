/** The Domain Name System's programs: servers and resolvers (RFC 1034 sections 4 and 5). */
@NullMarked
package dev.plumbline.reference.dns;

import org.jspecify.annotations.NullMarked;
