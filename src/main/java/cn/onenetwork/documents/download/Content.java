package cn.onenetwork.documents.download;

import cn.onenetwork.documents.watermark.Copy;

/// What is given of a document: its own bytes, or a copy with a watermark.
sealed interface Content {

    /// In bytes.
    long size();

    /// Names exactly these bytes (RFC 9110, section 8.8.3), so that a part of one content is never put together
    /// with a part of another.
    String entityTag();

    /// The bytes that were handed in.
    record Original(ReadyDocument document) implements Content {

        @Override
        public long size() {
            return document.size();
        }

        @Override
        public String entityTag() {
            return '"' + document.sha256() + '"';
        }
    }

    /// A copy that says who took it.
    record Marked(Copy copy) implements Content {

        @Override
        public long size() {
            return copy.size();
        }

        @Override
        public String entityTag() {
            return '"' + copy.sha256() + '"';
        }
    }
}
