/// Documents in the schema: tickets for uploads, the files of a slot, and what officers say of them.
@NullMarked
@CheckReturnValue
package cn.onenetwork.documents.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
