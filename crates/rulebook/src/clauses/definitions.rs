//! Ⅰ Purpose, Ⅱ Terms, Ⅲ Scope.

use super::Actor::{BothBodies, Everyone};
use super::ClauseKind::{Definition, Overview, Scope};
use super::{ClauseText, clause};

#[rustfmt::skip]
pub(super) static CLAUSES: &[ClauseText] = &[
    clause("Ⅰ", Overview, BothBodies, ("目的", "Purpose"), (
        "脆弱性の情報を適切な相手に適切な順番で届け、攻撃による被害を抑えるために、関係者に勧める行動をまとめた指針です。法的な義務を課すものではありません。影響の大きい届出から先に扱い、話し合いが行き詰まったときに打開する道も用意しています。",
        "A guideline, not a law: it recommends what everybody concerned should do so that knowledge of a flaw reaches the right people in the right order and attacks do less harm. Reports with a large influence go first, and there is a way out when talks get stuck.")),
    clause("Ⅱ.1", Definition, Everyone, ("脆弱性", "Vulnerability"), (
        "攻撃によって製品やウェブアプリケーションの働きや性能が損なわれるおそれのある弱点です。製品の作り方やサイトの運営の仕方が悪く、個人情報などがアクセス制御されずに置かれている状態も含みます。",
        "A weak spot through which an attack can impair what a product or web application does. It includes the state in which poor implementation or poor operation leaves personal data or the like without proper access control.")),
    clause("Ⅱ.2", Definition, Everyone, ("脆弱性関連情報", "Vulnerability-related information"), (
        "脆弱性についての情報で、「性質」「確かめ方」「攻撃の仕方」の三つのどれか一つに当たれば、この言葉に含まれます。",
        "Information about a vulnerability that is any one of three things: what it is, how to check for it, or how to attack it.")),
    clause("Ⅱ.2.1", Definition, Everyone, ("脆弱性情報", "Nature of the vulnerability"), (
        "どのような脆弱性なのか、その性質や特徴を説明する情報です。",
        "What kind of vulnerability it is and how it shows.")),
    clause("Ⅱ.2.2", Definition, Everyone, ("検証方法", "Verification method"), (
        "脆弱性があるかどうかを確かめる手立てです。決まった入力を与えて調べる道具などがこれに当たります。",
        "A way to find out whether the vulnerability is there, such as a tool that tries certain inputs.")),
    clause("Ⅱ.2.3", Definition, Everyone, ("攻撃方法", "Attack method"), (
        "脆弱性を悪用するためのプログラム、命令、データと、その使い方です。攻撃コードやコンピュータウイルスがその例です。",
        "Programs, commands or data that exploit the vulnerability, and how to use them; exploit code and viruses are examples.")),
    clause("Ⅱ.3", Definition, Everyone, ("対策方法", "Countermeasure"), (
        "脆弱性による問題を避ける、または解消する手立てです。「対策方法」と書かれていれば、回避方法と修正方法のどちらか一方でも足ります。",
        "A way to avoid or to remove the problem. Wherever the guideline says countermeasure, either a workaround or a fix will do.")),
    clause("Ⅱ.3.1", Definition, Everyone, ("回避方法", "Workaround"), (
        "脆弱性そのものは直さずに、被害だけを防ぐ手立てです。ワークアラウンドとも呼びます。",
        "A way to prevent the harm without removing the vulnerability itself.")),
    clause("Ⅱ.3.2", Definition, Everyone, ("修正方法", "Fix"), (
        "パッチのように、脆弱性そのものを取り除く手立てです。",
        "A way to remove the vulnerability itself, such as a patch.")),
    clause("Ⅱ.4", Definition, Everyone, ("対応状況", "Response status"), (
        "調整機関から連絡を受けた製品開発者が、対応がどこまで進んだかを知らせる内容です。どのような値を使うかは定められていません。",
        "What a developer that was contacted reports about how far its response has come. The guideline lists no fixed values for it.")),
    clause("Ⅱ.5", Definition, Everyone, ("ソフトウエア製品", "Software product"), (
        "ソフトウエアそのもの、またはソフトウエアを組み込んだ機器などで、さまざまな利用者が使えるものです。作り手がコミュニティとしてしか分からないオープンソースも含みます。",
        "Software, or hardware and the like with software inside, made for general use. It includes open source whose makers are known only as a community.")),
    clause("Ⅱ.6", Definition, Everyone, ("オープンソースソフトウエア（OSS）", "Open source software (OSS)"), (
        "ソースコードが公開され、誰もが無償で手に入れて使い、改良して配り直すことを許すライセンスのソフトウエアです。",
        "Software with public source code under a licence that lets anybody obtain and use it free of charge, improve it and pass it on.")),
    clause("Ⅱ.7", Definition, Everyone, ("ウェブアプリケーション", "Web application"), (
        "インターネット上のサイトなどで動いている、そのサイトに固有のシステムです。",
        "A system of one website's own that runs on it on the Internet.")),
    clause("Ⅱ.8", Definition, Everyone, ("発見者", "Finder"), (
        "脆弱性関連情報を自分で見つけた人だけでなく、ほかから手に入れた人も発見者です。インターネットで見かけた人も含みます。",
        "Anybody who discovered vulnerability-related information or obtained it from elsewhere, for example by coming across it on the Internet.")),
    clause("Ⅱ.9", Definition, Everyone, ("製品開発者", "Developer"), (
        "製品を作った者、または製品を加工・輸入・販売・頒布する者です。どちらか一方に当たれば製品開発者として扱います。",
        "Whoever made the product, or whoever processes, imports, sells or distributes it; either is enough.")),
    clause("Ⅱ.9.1", Definition, Everyone, ("製品を開発した者", "Those who made it"), (
        "製品を開発した官庁、法人、個人、コミュニティです。OSSの開発者も含みます。",
        "The authority, company, individual or community that developed the product, open source included.")),
    clause("Ⅱ.9.2", Definition, Everyone, ("製品を加工・輸入・販売・頒布する者", "Those who process, import, sell or distribute it"), (
        "自分では開発していなくても、製品に手を加えたり、輸入・販売・頒布したりする官庁、法人、個人、コミュニティも製品開発者です。",
        "An authority, company, individual or community that did not write the product but processes, imports, sells or distributes it counts as a developer too.")),
    clause("Ⅱ.9.2.注1", Definition, Everyone, ("日本法人・総代理店", "Japanese subsidiaries and sole agents"), (
        "海外の製品を国内で主に販売する権利を持つ会社、たとえば外国企業の日本法人や総代理店も、この「法人」に入ります。",
        "Companies that hold the main right to sell a foreign product in Japan, such as a maker's Japanese subsidiary or sole agent, are included.")),
    clause("Ⅱ.10", Definition, Everyone, ("脆弱性検証", "Verification"), (
        "受け取った情報のとおりに再現するか、それが脆弱性に当たるかを確かめることです。",
        "Checking whether what was reported can be reproduced and whether it is a vulnerability.")),
    clause("Ⅱ.11", Definition, Everyone, ("ウェブサイト運営者", "Site operator"), (
        "ウェブアプリケーションを運営している組織、または個人です。",
        "The organisation or the individual that runs the web application.")),
    clause("Ⅱ.12", Definition, Everyone, ("製品利用者", "Product user"), (
        "使用の許諾を受けて製品を導入し、管理する官庁、法人、個人です。多くの場合、対策を実際に適用する立場にあります。許諾は明示されていなくてもかまいません。",
        "The authority, company or individual that installs and manages a product under a licence, explicit or not, and as a rule is the one to apply the countermeasure.")),
    clause("Ⅱ.13", Definition, Everyone, ("システム構築事業者", "System integrator"), (
        "製品を使ってシステムを組み上げ、利用者に提供する法人や個人です。保守や運用の中で、顧客であるサイトの対策を引き受けることもあります。",
        "A company or individual that builds systems from products for its clients and may, as part of maintenance or operation, put a client's website right.")),
    clause("Ⅲ", Scope, Everyone, ("適用範囲", "Scope"), (
        "脆弱性の影響が、特定されない人々、または多くの人々におよぶおそれがあるときに、この手続を使います。",
        "The procedure applies when a vulnerability may affect people at large: unspecified people, or many of them.")),
    clause("Ⅲ.1", Scope, Everyone, ("日本で使われている製品", "Products used in Japan"), (
        "国内で使われている製品が対象です。暗号やプロトコルを実装した製品は入りますが、暗号やプロトコルの仕様そのものの弱点は入りません。",
        "Products used in Japan. A product that implements a cipher or protocol is included; a weakness of the cipher's or protocol's specification itself is not.")),
    clause("Ⅲ.2", Scope, Everyone, ("日本から実際に使われているサイト", "Websites actually used from Japan"), (
        "国内から実質的にアクセスされているサイトで動くウェブアプリケーションが対象です。主な内容が日本語であることや、ホスト名が「jp」で終わることが目安です。",
        "Web applications on sites that are really visited from Japan; mainly Japanese content or a host name ending in “jp” are signs of it.")),
    clause("Ⅲ.3", Scope, Everyone, ("製品かサイトか迷うとき", "When it is unclear which of the two"), (
        "直す作業がサイト側だけで済むならウェブアプリケーション、利用者側にも作業が要るならソフトウエア製品として扱うのが基本です。",
        "As a rule: if only the operator has to put something right, it is a web application; if users have to act as well, it is a software product.")),
];
