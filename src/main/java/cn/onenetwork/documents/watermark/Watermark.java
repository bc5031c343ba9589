package cn.onenetwork.documents.watermark;

import java.time.LocalDate;
import java.util.List;

/// What a copy says all over: who took it, what for, and until when it may be used (国办函〔2016〕108号).
///
/// @param who        name and department of the member of staff
/// @param purpose    what for, in Chinese
/// @param purposeEn  what for, in English
/// @param caseNo     of the case; empty where it has none
/// @param validUntil last day, in Shanghai
public record Watermark(String who, String purpose, String purposeEn, String caseNo, LocalDate validUntil) {

    /// The lines, as they are written.
    List<String> lines() {
        return List.of(
                who,
                "仅限本次政务服务使用 · " + purpose + (caseNo.isEmpty() ? "" : " " + caseNo),
                "For this government service only · " + purposeEn + " · 有效期至 until " + validUntil);
    }
}
