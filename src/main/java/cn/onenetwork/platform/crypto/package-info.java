/// How personal data (个人信息) lies at rest: sealed with a key of the installation, found again by a keyed hash.
///
/// One port, [Crypto], and two algorithms behind it: AES-256-GCM, and SM4-GCM (国密, GB/T 32907) where the rules on
/// commercial cryptography ask for it. Each sealed value says which key sealed it, so that keys can be changed
/// while the service runs. What is personal, and where it lies, is the business of the rooms.
@NullMarked
@CheckReturnValue
package cn.onenetwork.platform.crypto;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
