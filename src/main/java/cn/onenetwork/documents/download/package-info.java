/// Downloads: from a short-lived ticket to the bytes.
///
/// An address is of use to one person, for one document and one purpose, for a few minutes. When it is used, the
/// right is asked for again, by the same rule as everywhere. What goes out is written down first. Applicants get
/// the bytes that were handed in; staff get a copy that says who took it and what for.
@NullMarked
@CheckReturnValue
package cn.onenetwork.documents.download;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
