/// Watermarks (水印): copies of images and PDF files that say who took them, what for and until when.
///
/// A copy is made on disk, by a few workers, within a bound of memory, and kept for a few minutes, so that an
/// interrupted download can go on. It needs no fonts of the system.
@NullMarked
@CheckReturnValue
package cn.onenetwork.documents.watermark;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
