use super::{assert_valid, mapping, project};

macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!("samples/", $name))
    };
}

#[track_caller]
fn maps(text: &str, expected: &[&str]) {
    assert_eq!(mapping(text), expected);
    assert_valid(&project(text).payload);
}

#[test]
fn a_github_issue() {
    maps(
        sample!("github-issue.json"),
        &[
            "Link ← html_url: https://github.com/acme/rocket/issues/1347",
            "Title ← title: Found a leak in the fuel line",
            "Status ← state: Open",
            "Label ← labels[0].name: bug",
            "Label ← labels[1].name: hardware",
            "Author ← user.login: octocat",
            "Avatar ← user.avatar_url: https://avatars.githubusercontent.com/u/1?v=4",
            "Updated ← updated_at: 2024-04-23T08:00:00Z",
            "Due date ← milestone.due_on: 2024-10-09",
            "ID ← number: #1347",
            "Description ← body: The pressure drops after a minute.",
        ],
    );
}

#[test]
fn a_github_pull_request() {
    maps(
        sample!("github-pull-request.json"),
        &[
            "Link ← html_url: https://github.com/acme/rocket/pull/12",
            "Title ← title: Seal the fuel line",
            "Status ← merged: Merged",
            "Author ← user.login: octocat",
            "Avatar ← user.avatar_url: https://avatars.githubusercontent.com/u/1?v=4",
            "Updated ← updated_at: 2024-05-02T09:00:00Z",
            "ID ← number: #12",
            "Description ← body: Closes #1347.",
        ],
    );
}

#[test]
fn a_gitlab_issue() {
    maps(
        sample!("gitlab-issue.json"),
        &[
            "Link ← web_url: https://gitlab.example/my-group/my-project/-/issues/6",
            "Title ← title: Consequatur vero maxime",
            "Status ← state: Opened",
            "Label ← labels[0]: backend",
            "Label ← labels[1]: urgent",
            "Author ← author.name: Alexandra Bashirian",
            "Avatar ← author.avatar_url: https://gitlab.example/uploads/18.png",
            "Updated ← updated_at: 2024-01-05T15:31:51Z",
            "Due date ← due_date: 2024-07-22",
            "ID ← iid: #6",
            "Description ← description: Ratione dolores corrupti mollitia soluta quia.",
        ],
    );
}

#[test]
fn a_gitlab_merge_request() {
    maps(
        sample!("gitlab-merge-request.json"),
        &[
            "Link ← web_url: https://gitlab.example/acme/site/-/merge_requests/14",
            "Title ← title: Cache the avatars",
            "Status ← state: Merged",
            "Label ← labels[0]: performance",
            "Author ← author.name: Ana Silva",
            "Updated ← updated_at: 2024-04-30T08:46:00Z",
            "ID ← iid: #14",
            "Description ← description: Fewer requests.",
        ],
    );
}

#[test]
fn a_jira_issue() {
    maps(
        sample!("jira-issue.json"),
        &[
            "Title ← fields.summary: The lamp blinks at night",
            "Status ← fields.status.name: In Progress",
            "Label ← fields.priority.name: High",
            "Author ← fields.assignee.displayName: Mia Krystof",
            "Avatar ← fields.assignee.avatarUrls.48x48: https://avatars.example/mia/48",
            "Icon ← fields.issuetype.iconUrl: https://acme.atlassian.net/images/bug.svg",
            "Updated ← fields.updated: 2024-01-18T22:45:00Z",
            "Due date ← fields.duedate: 2024-02-01",
            "ID ← key: ROC-24",
            "Description ← fields.description.content[0].content[0].text: Since the last update.",
        ],
    );
}

#[test]
fn a_linear_issue() {
    maps(
        sample!("linear-issue.json"),
        &[
            "Link ← data.issue.url: https://linear.app/acme/issue/LAB-12/draw-the-card",
            "Title ← data.issue.title: Draw the card while somebody types",
            "Status ← data.issue.state.name: In Review",
            "Label ← data.issue.labels.nodes[0].name: Feature",
            "Author ← data.issue.assignee.displayName: Ana Silva",
            "Avatar ← data.issue.assignee.avatarUrl: https://public.linear.app/u1/avatar",
            "Updated ← data.issue.updatedAt: 2024-02-03T10:00:00Z",
            "Due date ← data.issue.dueDate: 2024-03-01",
            "ID ← data.issue.identifier: LAB-12",
            "Description ← data.issue.description: At every letter.",
        ],
    );
}

#[test]
fn a_figma_file() {
    maps(
        sample!("figma-file.json"),
        &[
            "Title ← name: Onboarding",
            "Updated ← lastModified: 2024-03-04T12:00:00Z",
            "Cover ← thumbnailUrl: https://s3-alpha.figma.com/thumbnails/7f1b",
        ],
    );
}

#[test]
fn a_stripe_product() {
    maps(
        sample!("stripe-product.json"),
        &[
            "Link ← url: https://acme.com/plans/gold",
            "Title ← name: Gold Plan",
            "Status ← active: Active",
            "Price ← default_price.unit_amount: $10.99",
            "Updated ← updated: 2023-03-14T22:33:20Z",
            "ID ← id: prod_NWjs8kKbJWmuuc",
            "Description ← description: Everything in one place.",
            "Cover ← images[0]: https://files.stripe.com/links/gold.png",
        ],
    );
}

#[test]
fn a_stripe_price() {
    maps(
        sample!("stripe-price.json"),
        &[
            "Title ← nickname: Gold, monthly",
            "Status ← active: Active",
            "Price ← unit_amount: €10.00",
            "Created ← created: 2023-03-21T20:39:41Z",
            "ID ← id: price_1MoBy5",
        ],
    );
}

#[test]
fn a_stripe_invoice() {
    maps(
        sample!("stripe-invoice.json"),
        &[
            "Link ← hosted_invoice_url: https://invoice.stripe.com/i/acct_1/test_2",
            "Title ← lines.data[0].description: 1 × Gold Plan",
            "Status ← status: Open",
            "Price ← amount_due: $1499.00",
            "Author ← customer_name: Jenny Rosen",
            "Created ← created: 2023-04-04T21:41:07Z",
            "Due date ← due_date: 2023-05-04",
            "ID ← number: 8ACE-0001",
        ],
    );
}

#[test]
fn a_stripe_charge() {
    maps(
        sample!("stripe-charge.json"),
        &[
            "Link ← receipt_url: https://pay.stripe.com/receipts/payment/CAcaFwoV",
            "Title ← description: Order 65",
            "Status ← status: Succeeded",
            "Price ← amount: ¥1099",
            "Author ← billing_details.name: Jenny Rosen",
            "Created ← created: 2023-03-17T22:02:19Z",
            "ID ← id: ch_3MmlLrLkdIwHu7ix0snN0B15",
        ],
    );
}

#[test]
fn the_first_of_any_list() {
    maps(
        sample!("any-object.json"),
        &[
            "Link ← [0].link: https://acme.com/sails/7",
            "Title ← [0].headline: A sail in the wind",
            "Status ← [0].stage: In review",
            "Price ← [0].cost: 19.90",
            "Author ← [0].owner_name: Ana Silva",
            "Due date ← [0].deadline: 2024-06-01",
            "Cover ← [0].hero.url: https://media.acme.com/sail.jpg",
        ],
    );
}

#[test]
fn the_html_of_a_page() {
    maps(
        sample!("page.html"),
        &[
            "Link ← og:url: https://www.acme.com/products/sail-42",
            "Title ← og:title: A sail & a mast",
            "Status ← json-ld.offers.availability: In stock",
            "Price ← product:price:amount: €19.99",
            "Icon ← icon: https://www.acme.com/favicon.ico",
            "Updated ← article:modified_time: 2024-05-01T10:00:00Z",
            "ID ← json-ld.sku: S-42",
            "Description ← og:description: What a <b>sail</b> is.",
            "Developer ← og:site_name: Acme",
            "Cover ← og:image: https://www.acme.com/media/sail.png",
        ],
    );
}

#[test]
fn oembed() {
    maps(
        sample!("oembed.json"),
        &[
            "Title ← title: How to sail",
            "Author ← author_name: Ana Silva",
            "Developer ← provider_name: Video",
            "Cover ← thumbnail_url: https://img.video.example/7/large.jpg",
        ],
    );
}
