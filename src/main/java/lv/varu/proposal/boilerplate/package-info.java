/** Standard answers: texts that municipalities and staff answer from, with where each is used. */
@NullMarked
package lv.varu.proposal.boilerplate;

import org.jspecify.annotations.NullMarked;
