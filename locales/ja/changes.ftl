# 公開サイト：版ごとの変更点

changes-title = 第{ $revision }版の変更点
changes-link = 変更点
changes-title-part = 題名
changes-marks = 表示
changes-vendor = ベンダ情報：{ $name }
changes-legend = 前の版から変わったところを示しています。
changes-gone = 削除
changes-new = 追加
changes-none = 日本語の内容に、変わったところはありません
changes-none-fill = 英語の内容だけが変わったときは、英語のページに変更点が出ます。
