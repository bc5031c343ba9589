/// The scanner for malware, as a port, and clamd behind it.
///
/// A scanner that is away, too slow or misconfigured says nothing about a file: it fails, and the file waits. Whether
/// there is no scanner at all is for the operator to say, in so many words.
@NullMarked
@CheckReturnValue
package cn.onenetwork.documents.scanner;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
